module github.com/shigan/policy

go 1.26

require (
	github.com/grafana/grafana-plugin-sdk-go v0.298.0
	github.com/jackc/pgx/v5 v5.12.0
)
