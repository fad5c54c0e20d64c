CREATE FUNCTION monitor.rebuild() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM monitor.count_working_days();
  DELETE FROM monitor.task_span;
  INSERT INTO monitor.task_span SELECT * FROM monitor.fold_tasks(NULL, NULL);
  DELETE FROM monitor.unit_appetite;
  INSERT INTO monitor.unit_appetite SELECT * FROM monitor.current_appetite();
  DELETE FROM monitor.risk_span;
  INSERT INTO monitor.risk_span SELECT * FROM monitor.fold_risks(NULL, NULL);
END $$;
COMMENT ON FUNCTION monitor.rebuild() IS 'Makes every read model again from the facts.';

CREATE FUNCTION monitor.refresh(batch_id uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM monitor.rebuild();
END $$;
COMMENT ON FUNCTION monitor.refresh(uuid) IS 'Brings the read models up to date with what one batch recorded; to be called in the import''s own transaction.';
