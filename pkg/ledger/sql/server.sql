SELECT current_setting('server_version_num')::integer, split_part(current_setting('server_version'), ' ', 1)
