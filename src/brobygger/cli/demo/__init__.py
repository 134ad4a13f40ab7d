"""The invented story that `load_demo` tells, part by part."""
