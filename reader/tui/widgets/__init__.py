"""The parts of a screen, each painting one value it is handed."""
