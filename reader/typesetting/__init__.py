"""Article and measure in, lines out: pure, with no screen and no colours."""
