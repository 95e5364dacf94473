"""Many documents: finding them, reading each in a child process with limits, recording the run."""
