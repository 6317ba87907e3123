CREATE TABLE `desk_calls` (
	`id` text PRIMARY KEY NOT NULL,
	`force_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`key` text NOT NULL,
	`connection` text NOT NULL,
	`system` text NOT NULL,
	`name` text NOT NULL,
	`status` text NOT NULL,
	`reference` text,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`due_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `desk_calls_key` ON `desk_calls` (`contact_id`,`key`);--> statement-breakpoint
CREATE INDEX `desk_calls_due` ON `desk_calls` (`status`,`due_at`);--> statement-breakpoint
ALTER TABLE `connections` ADD `paths` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `connections` ADD `timeout_seconds` integer DEFAULT 30 NOT NULL;--> statement-breakpoint
ALTER TABLE `connections` ADD `largest_kb` integer DEFAULT 1024 NOT NULL;--> statement-breakpoint
ALTER TABLE `connections` ADD `actions` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `tasks` ADD `connection` text;--> statement-breakpoint
ALTER TABLE `tasks` ADD `done_by` text;--> statement-breakpoint
ALTER TABLE `tasks` ADD `outcome` text;--> statement-breakpoint
ALTER TABLE `tasks` ADD `reference` text;--> statement-breakpoint
CREATE INDEX `tasks_open` ON `tasks` (`force_id`,`done_at`);