"""Alerts of the Common Alerting Protocol (OASIS CAP 1.0, 1.1, 1.2) as notices of a paper."""
