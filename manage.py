#!/usr/bin/env python3
"""Django's own commands: migrate, load_demo, createsuperuser and the rest."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "brobygger.config.settings")
    execute_from_command_line(sys.argv)
