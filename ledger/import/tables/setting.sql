-- Settings: kept in place.
-- stage
CREATE TEMP TABLE staged_setting (
  key text,
  value text
) ON COMMIT DROP;
-- copy
COPY staged_setting (key, value) FROM STDIN;
-- drop unchanged
DELETE FROM staged_setting s USING ledger.setting l
WHERE l.key = s.key AND l.value IS NOT DISTINCT FROM s.value;
-- store
INSERT INTO ledger.setting (key, value)
SELECT key, value FROM staged_setting
ON CONFLICT (key) DO UPDATE SET value = excluded.value;
