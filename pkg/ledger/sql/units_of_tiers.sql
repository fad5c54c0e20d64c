-- Units of some tiers within the scope, for functions that take units only.
SELECT unit_id FROM monitor.units_in_scope(@units::text[], @subordinates::boolean, @tiers::smallint[])
