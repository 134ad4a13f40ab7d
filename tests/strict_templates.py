"""A variable that a template uses and nobody gave it is an error in tests; production shows nothing in its place."""

from __future__ import annotations


class UndefinedVariable(Exception):
    """A template uses a variable that its context does not hold."""


class UndefinedIsAnError(str):
    """
    Stands in for the setting `string_if_invalid`.

    Django asks whether the string holds `%s` and then fills in the variable's name: both are answered here.
    `{% if name %}` and `{% firstof %}` may still ask for what is not there.
    """

    __slots__ = ()

    def __contains__(self, what: object) -> bool:
        return what == "%s" or super().__contains__(str(what))

    def __bool__(self) -> bool:
        return True

    def __mod__(self, variable: object) -> str:
        msg = f"undefined template variable: {variable}"
        raise UndefinedVariable(msg)
