"""Named in the architecture; its first capability is still to come."""
