from brobygger.apps.organisations.models.organisation import Organisation, OrganisationQuerySet

__all__ = ["Organisation", "OrganisationQuerySet"]
