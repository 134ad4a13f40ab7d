from __future__ import annotations

import factory
from factory.django import DjangoModelFactory

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import User


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User

    username = factory.Sequence(lambda number: f"user{number}")
    role = Role.SECRETARIAT
