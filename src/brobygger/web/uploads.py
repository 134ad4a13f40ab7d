"""Files that are too large are refused before they are read."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.http import HttpRequest

ROOM_FOR_FIELDS = 200_000  # bytes of a form beside its file


class RefuseLargeUploads(FileUploadHandler):
    """Stops at the first file of a request that is announced, or turns out, to be larger than `UPLOAD_BYTES`."""

    def handle_raw_input(
        self,
        input_data: Any,
        META: dict[str, Any],  # noqa: N803 (Django's name)
        content_length: int,
        boundary: Any,
        encoding: str | None = None,
    ) -> None:
        self.announced, self.received = content_length, 0

    def new_file(self, *arguments: Any, **named: Any) -> None:
        super().new_file(*arguments, **named)
        if self.announced > settings.UPLOAD_BYTES + ROOM_FOR_FIELDS:
            self._refuse()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self.received += len(raw_data)
        if self.received > settings.UPLOAD_BYTES:
            self._refuse()
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None

    def _refuse(self) -> None:
        if self.request is not None:
            self.request.upload_refused = True  # type: ignore[attr-defined]
        raise StopUpload(connection_reset=True)


def was_refused(request: HttpRequest) -> bool:
    """Whether a file of the request was too large to be read."""
    return bool(request.POST is not None and getattr(request, "upload_refused", False))
