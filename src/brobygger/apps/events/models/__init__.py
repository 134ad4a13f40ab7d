from brobygger.apps.events.models.event import Event
from brobygger.apps.events.models.event_series import EventSeries

__all__ = ["Event", "EventSeries"]
