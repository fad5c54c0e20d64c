-- Holidays and adjusted workdays: kept in place.
-- stage
CREATE TEMP TABLE staged_calendar_day (
  day date,
  working boolean,
  name_zh text,
  name_en text
) ON COMMIT DROP;
-- copy
COPY staged_calendar_day (day, working, name_zh, name_en) FROM STDIN;
-- drop unchanged
DELETE FROM staged_calendar_day s USING ledger.calendar_day l
WHERE l.day = s.day AND (l.working, l.name_zh, l.name_en) IS NOT DISTINCT FROM (s.working, s.name_zh, s.name_en);
-- store
INSERT INTO ledger.calendar_day (day, working, name_zh, name_en)
SELECT day, working, name_zh, name_en FROM staged_calendar_day
ON CONFLICT (day) DO UPDATE SET working = excluded.working, name_zh = excluded.name_zh, name_en = excluded.name_en;
