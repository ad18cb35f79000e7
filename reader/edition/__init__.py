"""What a paper is: frozen values that know no file, no screen and no clock."""
