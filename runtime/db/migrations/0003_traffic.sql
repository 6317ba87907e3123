CREATE TABLE `traffic_hours` (
	`force_id` text NOT NULL,
	`flow_id` text NOT NULL,
	`flow_version` integer NOT NULL,
	`hour` integer NOT NULL,
	`node` text NOT NULL,
	`outcome` text NOT NULL,
	`n` integer NOT NULL,
	`times` text NOT NULL,
	PRIMARY KEY(`flow_id`, `flow_version`, `hour`, `node`, `outcome`)
);
--> statement-breakpoint
CREATE INDEX `traffic_flow` ON `traffic_hours` (`flow_id`,`hour`);--> statement-breakpoint
CREATE TABLE `traffic_mark` (
	`id` integer PRIMARY KEY NOT NULL,
	`next` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `traffic_visits` (
	`contact_id` text PRIMARY KEY NOT NULL,
	`node` text NOT NULL,
	`since` integer NOT NULL,
	`silent` integer NOT NULL
);
