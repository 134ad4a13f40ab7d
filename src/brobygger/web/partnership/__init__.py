"""Pages of those who run a partnership: joint control, prospective partners, exchange, hubs, surveys."""
