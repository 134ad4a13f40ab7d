"""How one tells whose a batch, a visit or a campaign is; who may do what stands in `base.rules.permissions`."""
