"""Doc -> Annotation: entities and their coreference, events with roles, times, counts and claims, relations."""
