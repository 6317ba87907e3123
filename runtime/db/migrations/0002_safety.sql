CREATE TABLE `safety_examples` (
	`id` text PRIMARY KEY NOT NULL,
	`force_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`turn` integer NOT NULL,
	`text` text NOT NULL,
	`context` text NOT NULL,
	`label` text NOT NULL,
	`category` text NOT NULL,
	`verdict` text NOT NULL,
	`detector_version` text NOT NULL,
	`marked_at` integer NOT NULL,
	`marked_by` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `safety_examples_turn` ON `safety_examples` (`contact_id`,`turn`);--> statement-breakpoint
CREATE INDEX `safety_examples_force` ON `safety_examples` (`force_id`,`marked_at`);--> statement-breakpoint
CREATE TABLE `safety_models` (
	`force_id` text NOT NULL,
	`version` integer NOT NULL,
	`state` text NOT NULL,
	`active` integer NOT NULL,
	`base` text NOT NULL,
	`examples` integer NOT NULL,
	`weights` text,
	`result` text,
	`started_at` integer NOT NULL,
	`started_by` text NOT NULL,
	`finished_at` integer,
	PRIMARY KEY(`force_id`, `version`)
);
--> statement-breakpoint
CREATE TABLE `safety_phrases` (
	`id` text PRIMARY KEY NOT NULL,
	`force_id` text NOT NULL,
	`kind` text NOT NULL,
	`phrase` text NOT NULL,
	`category` text NOT NULL,
	`locale` text NOT NULL,
	`reason` text NOT NULL,
	`added_at` integer NOT NULL,
	`added_by` text NOT NULL,
	`removed_at` integer,
	`removed_by` text,
	`removed_reason` text
);
--> statement-breakpoint
CREATE INDEX `safety_phrases_force` ON `safety_phrases` (`force_id`,`removed_at`);--> statement-breakpoint
CREATE TABLE `safety_settings` (
	`force_id` text PRIMARY KEY NOT NULL,
	`settings` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `alerts` ADD `level` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `alerts` ADD `due_at` integer;--> statement-breakpoint
ALTER TABLE `alerts` ADD `turn` integer;--> statement-breakpoint
CREATE INDEX `alerts_due` ON `alerts` (`due_at`);