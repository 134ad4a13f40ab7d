"""Who stays: asking people later, and what their answers say in numbers."""
