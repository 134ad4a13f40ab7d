"""Pages of those who pick companies and visit them."""
