CREATE TABLE `usage_months` (
	`force_id` text NOT NULL,
	`month` text NOT NULL,
	`contacts` integer NOT NULL,
	`turns` integer NOT NULL,
	`most` integer NOT NULL,
	`limited` integer NOT NULL,
	PRIMARY KEY(`force_id`, `month`)
);
--> statement-breakpoint
ALTER TABLE `forces` ADD `limits` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `users` ADD `tour` text;
--> statement-breakpoint
INSERT INTO counters (force_id, name, value) SELECT force_id, 'automated', count(*) FROM contacts WHERE status = 'automated' GROUP BY force_id;
