"""The checks, one module each; the register finds them by themselves."""
