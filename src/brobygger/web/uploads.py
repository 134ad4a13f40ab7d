"""An upload that is larger than anything that is read is dropped while it comes in."""

from __future__ import annotations

from django.core.files.uploadhandler import FileUploadHandler, StopUpload

MOST = 25_000_000  # bytes of one file


class DropTooLarge(FileUploadHandler):
    """The file is left out of the request, as if none had been chosen; a page that wants one then says so."""

    def __init__(self, request=None) -> None:
        super().__init__(request)
        self.received = 0

    def new_file(self, *args, **kwargs) -> None:
        super().new_file(*args, **kwargs)
        self.received = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self.received += len(raw_data)
        if self.received > MOST:
            raise StopUpload(connection_reset=False)
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None
