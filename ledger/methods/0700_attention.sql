-- What needs attention now, over all registers, worst first.

CREATE FUNCTION monitor.status_weight(status text) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE status WHEN 'missed' THEN 85 WHEN 'breached' THEN 80 WHEN 'deteriorating' THEN 70 WHEN 'off_track' THEN 60
    WHEN 'overdue' THEN 55 WHEN 'never_reported' THEN 30 WHEN 'late' THEN 25 WHEN 'stale' THEN 20 ELSE 0 END
$$;
COMMENT ON FUNCTION monitor.status_weight(text) IS 'How heavy a status weighs in the list of what needs attention, 0 to 100, before the days that it lasts are added. A convention of this ledger.';

CREATE FUNCTION monitor.said_value(value double precision, decimals smallint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN abs(value) < 1e15 THEN round(value::numeric, decimals)::text ELSE value::text END
$$;
COMMENT ON FUNCTION monitor.said_value(double precision, smallint) IS 'A value with so many decimals, for use in a sentence; null for null.';

CREATE FUNCTION monitor.target_sentence(status text, value double precision, target_value double precision,
  expected_value double precision, decimals smallint, days integer, lang text)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN lang LIKE 'en%' THEN
    CASE status
      WHEN 'missed' THEN format('The target %s was missed %s days ago; the latest value is %s.', t, days, coalesce(v, 'not known'))
      WHEN 'breached' THEN format('%s breaches the limit %s.', v, t)
      WHEN 'deteriorating' THEN format('%s moves away from the target %s; expected by now: %s.', v, t, coalesce(e, 'not known'))
      WHEN 'off_track' THEN format('%s is far behind the %s expected by now on the way to %s.', v, coalesce(e, 'value'), t)
      WHEN 'stale' THEN format('No new value for more than one and a half reporting periods; the last was %s.', v) END
  ELSE
    CASE status
      WHEN 'missed' THEN format('目标 %s 逾期 %s 天未达成，最新值 %s。', t, days, coalesce(v, '未知'))
      WHEN 'breached' THEN format('当前值 %s，突破约束值 %s。', v, t)
      WHEN 'deteriorating' THEN format('当前值 %s，与目标 %s 背道而行，序时应达 %s。', v, t, coalesce(e, '未知'))
      WHEN 'off_track' THEN format('当前值 %s，明显落后于序时进度 %s，目标 %s。', v, coalesce(e, '未知'), t)
      WHEN 'stale' THEN format('超过一个半报送周期没有新数据，最近一次为 %s。', v) END
  END
  FROM (SELECT monitor.said_value(value, decimals) AS v, monitor.said_value(target_value, decimals) AS t,
               monitor.said_value(expected_value, decimals) AS e) AS said
$$;
COMMENT ON FUNCTION monitor.target_sentence(text, double precision, double precision, double precision, smallint, integer, text) IS 'Why an indicator needs attention, in one sentence; null for a status that needs none.';

CREATE FUNCTION monitor.attention(as_of date, known_at timestamptz DEFAULT NULL, units text[] DEFAULT NULL,
  subordinates boolean DEFAULT true, lang text DEFAULT NULL)
RETURNS TABLE (
  severity real, register text, item_id text, title text, unit_id text, unit text, department_id text, department text,
  officer text, policy_id text, status text, light text, days integer, detail text, due_date date)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 200 AS $$
  SELECT * FROM (
    SELECT
      (monitor.status_weight(t.status) + 9 * (1 - exp(-t.overdue_days / 180.0)))::real, 'indicator', t.indicator_id || '/' || t.phase,
      CASE WHEN lang LIKE 'en%' THEN t.indicator || ', ' || lower(t.phase_name) ELSE t.indicator || '（' || t.phase_name || '）' END,
      t.unit_id, t.unit, t.department_id, t.department, NULL::text, t.policy_id, t.status, t.light, t.overdue_days,
      monitor.target_sentence(t.status, t.value, t.target_value, t.expected_value, t.decimals, t.overdue_days, lang), t.due_date
    FROM monitor.target_status(as_of, known_at, units, subordinates, lang) t
    WHERE t.status IN ('missed', 'breached', 'deteriorating', 'off_track', 'stale')
    UNION ALL
    SELECT
      (monitor.status_weight(t.status) + 29 * (1 - exp(-t.overdue_days / 60.0)))::real, 'task', t.task_id, t.title, t.unit_id, t.unit,
      t.lead_department_id, t.lead_department, t.accountable_officer, t.policy_id, t.status, t.light, t.overdue_days,
      CASE WHEN lang LIKE 'en%'
        THEN format('%s %s overdue%s.', t.overdue_days, CASE t.day_kind WHEN 'working' THEN 'working days' ELSE 'days' END,
               CASE WHEN t.extension_count > 0 THEN format(', after %s extensions, %s days against the original date', t.extension_count, t.original_overdue_days) ELSE '' END)
        ELSE format('已逾期 %s 个%s%s。', t.overdue_days, CASE t.day_kind WHEN 'working' THEN '工作日' ELSE '自然日' END,
               CASE WHEN t.extension_count > 0 THEN format('，延期 %s 次后仍未完成，较原定期限晚 %s 日', t.extension_count, t.original_overdue_days) ELSE '' END) END,
      t.due_date
    FROM monitor.task_status(as_of, units, subordinates, lang) t
    WHERE t.status = 'overdue'
    UNION ALL
    SELECT
      (CASE WHEN r.light = 'red' THEN 60 ELSE 35 END + 5 * least(coalesce(coalesce(r.residual_level, r.current_level) - r.appetite_level, 1), 4)
        + 9 * (1 - exp(-coalesce(r.review_overdue_days, 0) / 60.0)))::real,
      'risk', r.risk_id, r.title, r.unit_id, r.unit, r.department_id, r.department, r.owner, r.policy_id, r.status, r.light,
      coalesce(r.review_overdue_days, 0),
      CASE WHEN lang LIKE 'en%'
        THEN CASE WHEN r.above_appetite THEN format('Level %s is above the appetite', coalesce(r.residual_level, r.current_level)) ELSE 'Within the appetite' END
          || CASE WHEN r.review_overdue_days > 0 THEN format(', and the review is %s days overdue.', r.review_overdue_days) ELSE '.' END
        ELSE CASE WHEN r.above_appetite THEN format('等级 %s，超出风险偏好', coalesce(r.residual_level, r.current_level)) ELSE '在风险偏好之内' END
          || CASE WHEN r.review_overdue_days > 0 THEN format('，复评已逾期 %s 天。', r.review_overdue_days) ELSE '。' END END,
      r.next_review_on
    FROM monitor.risk_status(as_of, units, subordinates, lang) r
    WHERE r.status IN ('above_appetite', 'review_overdue')
    UNION ALL
    SELECT
      (monitor.status_weight(r.status) + 9 * (1 - exp(-r.late_days / 60.0)))::real, 'report', r.indicator_id, r.indicator, r.unit_id, r.unit,
      r.department_id, r.department, NULL, NULL, r.status, r.light, r.late_days,
      CASE WHEN lang LIKE 'en%'
        THEN format('The report for the period to %s is %s days late, %s periods are missing.', r.period, r.late_days, r.missing_periods)
        ELSE format('截至 %s 的报送已迟 %s 天，缺 %s 期。', r.period, r.late_days, r.missing_periods) END,
      r.report_due_on
    FROM monitor.report_status(as_of, known_at, units, subordinates, lang) r
    WHERE r.status IN ('late', 'never_reported')
  ) AS found (severity, register, item_id, title, unit_id, unit, department_id, department, officer, policy_id, status, light, days, detail, due_date)
  ORDER BY 1 DESC, 2, 5, 3
$$;

COMMENT ON FUNCTION monitor.attention(date, timestamptz, text[], boolean, text) IS
'What needs attention as of a day, worst first: targets missed, breached, deteriorating, off track or stale; tasks overdue; risks above their appetite or overdue for review; reports late. severity 0 to 100: the weight of the status plus what its days add. item_id: of an indicator "<indicator>/<phase>". officer: accountable officer or risk owner, null where the register names none. days: calendar days (tasks: in their day_kind) overdue or late, 0 where no date has passed. detail: one sentence.';
