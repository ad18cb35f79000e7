"""One reader's sitting, without a screen: where they are, where they were, what they marked."""
