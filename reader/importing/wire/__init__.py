"""What the agencies' formats (ninjs, NITF, NewsML-G2) share: items, versions, bodies, pictures."""
