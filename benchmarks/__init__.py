"""Quality and speed against named peers in the same run. Nothing here is timed inside a test."""
