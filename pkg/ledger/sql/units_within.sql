-- The tops of what two scopes share: units of the one that lie in or below the other, and, where the first counts the
-- units below, those of the other that lie below it. Two trees of units share a whole tree or nothing.
SELECT c.unit_id FROM ledger.org_closure c
WHERE c.unit_id = ANY (@units::text[]) AND c.ancestor_id = ANY (@within::text[])
UNION
SELECT c.unit_id FROM ledger.org_closure c
WHERE @subordinates::boolean AND c.unit_id = ANY (@within::text[]) AND c.ancestor_id = ANY (@units::text[])
