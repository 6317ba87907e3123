CREATE TABLE `flow_presence` (
	`client_id` text PRIMARY KEY NOT NULL,
	`flow_id` text NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`node` text,
	`seen_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `flow_presence_flow` ON `flow_presence` (`flow_id`);