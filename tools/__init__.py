"""Programs that make the generated files of the project."""
