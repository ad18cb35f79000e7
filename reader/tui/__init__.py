"""The paper on a Textual screen."""
