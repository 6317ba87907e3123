CREATE TABLE `contact_tags` (
	`contact_id` text NOT NULL,
	`tag` text NOT NULL,
	`force_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`contact_id`, `tag`)
);
--> statement-breakpoint
CREATE INDEX `contact_tags_force` ON `contact_tags` (`force_id`,`tag`);--> statement-breakpoint
CREATE TABLE `notes` (
	`id` text PRIMARY KEY NOT NULL,
	`force_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`author_id` text NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `notes_contact` ON `notes` (`contact_id`,`at`);--> statement-breakpoint
CREATE TABLE `presence` (
	`user_id` text PRIMARY KEY NOT NULL,
	`force_id` text NOT NULL,
	`state` text NOT NULL,
	`since` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`left_at` integer,
	`languages` text DEFAULT '[]' NOT NULL,
	`assigned_at` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `presence_force` ON `presence` (`force_id`,`seen_at`);--> statement-breakpoint
CREATE TABLE `stays` (
	`id` text PRIMARY KEY NOT NULL,
	`force_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`kind` text NOT NULL,
	`department` text NOT NULL,
	`priority` integer NOT NULL,
	`user_id` text,
	`began_at` integer NOT NULL,
	`ended_at` integer,
	`ended_by` text
);
--> statement-breakpoint
CREATE INDEX `stays_contact` ON `stays` (`contact_id`,`ended_at`);--> statement-breakpoint
CREATE INDEX `stays_department` ON `stays` (`force_id`,`department`,`kind`,`ended_at`);--> statement-breakpoint
CREATE TABLE `watchers` (
	`contact_id` text NOT NULL,
	`user_id` text NOT NULL,
	`force_id` text NOT NULL,
	`since` integer NOT NULL,
	PRIMARY KEY(`contact_id`, `user_id`)
);
--> statement-breakpoint
CREATE INDEX `watchers_user` ON `watchers` (`user_id`);--> statement-breakpoint
ALTER TABLE `contacts` ADD `queue_passed` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `contacts` ADD `owner_since` integer;--> statement-breakpoint
ALTER TABLE `contacts` ADD `asked_at` integer;--> statement-breakpoint
ALTER TABLE `contacts` ADD `silent` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `contacts` ADD `category` text;--> statement-breakpoint
ALTER TABLE `contacts` ADD `visitor_name` text;--> statement-breakpoint
ALTER TABLE `contacts` ADD `delivered_seq` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `contacts` ADD `read_seq` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `contacts` ADD `changed_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `contacts_changed` ON `contacts` (`force_id`,`changed_at`);--> statement-breakpoint
CREATE INDEX `contacts_owner` ON `contacts` (`owner_id`,`status`);