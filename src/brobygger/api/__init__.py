"""JSON over the queries and actions of the pages: `/api/v1/…`, its OpenAPI document, and the page about it."""
