CREATE TABLE `alerts` (
	`id` text PRIMARY KEY NOT NULL,
	`force_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`number` integer NOT NULL,
	`verdict` text NOT NULL,
	`words` text NOT NULL,
	`assessment` text NOT NULL,
	`raised_at` integer NOT NULL,
	`acknowledged_at` integer,
	`acknowledged_by` text
);
--> statement-breakpoint
CREATE INDEX `alerts_open` ON `alerts` (`force_id`,`acknowledged_at`);--> statement-breakpoint
CREATE INDEX `alerts_contact` ON `alerts` (`contact_id`);--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`i` integer PRIMARY KEY NOT NULL,
	`force_id` text NOT NULL,
	`object_id` text NOT NULL,
	`entry` text NOT NULL,
	`leaf` text NOT NULL,
	`salt` text,
	`payload` text
);
--> statement-breakpoint
CREATE TABLE `audit_head` (
	`id` integer PRIMARY KEY NOT NULL,
	`size` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `connections` (
	`force_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`origin` text NOT NULL,
	`addresses` text NOT NULL,
	`idempotent` integer NOT NULL,
	`credential` text,
	PRIMARY KEY(`force_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`force_id` text NOT NULL,
	`site_id` text NOT NULL,
	`number` integer NOT NULL,
	`token_hash` text NOT NULL,
	`flow_id` text NOT NULL,
	`flow_version` integer NOT NULL,
	`version` integer NOT NULL,
	`seq` integer NOT NULL,
	`state` text NOT NULL,
	`status` text NOT NULL,
	`locale` text NOT NULL,
	`verdict` text NOT NULL,
	`intent` text,
	`department` text,
	`priority` integer NOT NULL,
	`queued_at` integer,
	`owner_id` text,
	`last_words` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`closed_at` integer,
	`close_reason` text
);
--> statement-breakpoint
CREATE INDEX `contacts_queue` ON `contacts` (`force_id`,`status`,`priority`,`queued_at`);--> statement-breakpoint
CREATE INDEX `contacts_flow` ON `contacts` (`flow_id`,`flow_version`,`status`);--> statement-breakpoint
CREATE TABLE `counters` (
	`force_id` text NOT NULL,
	`name` text NOT NULL,
	`value` integer NOT NULL,
	PRIMARY KEY(`force_id`, `name`)
);
--> statement-breakpoint
CREATE TABLE `departments` (
	`force_id` text NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`settings` text NOT NULL,
	PRIMARY KEY(`force_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `documents` (
	`id` text PRIMARY KEY NOT NULL,
	`force_id` text NOT NULL,
	`collection` text NOT NULL,
	`title` text NOT NULL,
	`version` integer NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `documents_collection` ON `documents` (`force_id`,`collection`);--> statement-breakpoint
CREATE TABLE `effects` (
	`id` text PRIMARY KEY NOT NULL,
	`contact_id` text NOT NULL,
	`force_id` text NOT NULL,
	`turn` integer NOT NULL,
	`child` text NOT NULL,
	`request` text NOT NULL,
	`idempotency_key` text NOT NULL,
	`status` text NOT NULL,
	`attempts` integer NOT NULL,
	`due_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `effects_due` ON `effects` (`status`,`due_at`);--> statement-breakpoint
CREATE INDEX `effects_contact` ON `effects` (`contact_id`);--> statement-breakpoint
CREATE TABLE `events` (
	`contact_id` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`contact_id`, `seq`)
);
--> statement-breakpoint
CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`contact_id` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`bytes` blob NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `files_contact` ON `files` (`contact_id`);--> statement-breakpoint
CREATE TABLE `flow_versions` (
	`flow_id` text NOT NULL,
	`version` integer NOT NULL,
	`document` text NOT NULL,
	`called` text NOT NULL,
	`published_at` integer NOT NULL,
	`published_by` text NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`flow_id`, `version`)
);
--> statement-breakpoint
CREATE TABLE `flows` (
	`id` text PRIMARY KEY NOT NULL,
	`force_id` text NOT NULL,
	`name` text NOT NULL,
	`draft` text NOT NULL,
	`revision` integer NOT NULL,
	`live_version` integer,
	`live_hash` text,
	`saved_at` integer NOT NULL,
	`saved_by` text NOT NULL,
	`removed_at` integer
);
--> statement-breakpoint
CREATE INDEX `flows_force` ON `flows` (`force_id`);--> statement-breakpoint
CREATE TABLE `forces` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`zone` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `ratings` (
	`id` text PRIMARY KEY NOT NULL,
	`force_id` text NOT NULL,
	`flow_id` text NOT NULL,
	`flow_version` integer NOT NULL,
	`department` text,
	`intent` text,
	`day` text NOT NULL,
	`csat` integer,
	`nps` integer,
	`comment` text
);
--> statement-breakpoint
CREATE INDEX `ratings_day` ON `ratings` (`force_id`,`day`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`agent` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `sites` (
	`id` text PRIMARY KEY NOT NULL,
	`force_id` text NOT NULL,
	`key` text NOT NULL,
	`name` text NOT NULL,
	`flow_id` text,
	`settings` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sites_key` ON `sites` (`key`);--> statement-breakpoint
CREATE TABLE `tasks` (
	`id` text PRIMARY KEY NOT NULL,
	`force_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	`done_at` integer
);
--> statement-breakpoint
CREATE INDEX `tasks_contact` ON `tasks` (`contact_id`);--> statement-breakpoint
CREATE TABLE `timers` (
	`contact_id` text NOT NULL,
	`id` text NOT NULL,
	`due_at` integer NOT NULL,
	`set_by` integer NOT NULL,
	PRIMARY KEY(`contact_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `timers_due` ON `timers` (`due_at`);--> statement-breakpoint
CREATE TABLE `turns` (
	`contact_id` text NOT NULL,
	`n` integer NOT NULL,
	`key` text NOT NULL,
	`at` integer NOT NULL,
	`cause` text NOT NULL,
	`facts` text,
	`assessment` text,
	`path` text NOT NULL,
	`first_seq` integer NOT NULL,
	`last_seq` integer NOT NULL,
	`audit` integer NOT NULL,
	PRIMARY KEY(`contact_id`, `n`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `turns_key` ON `turns` (`contact_id`,`key`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`force_id` text NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text NOT NULL,
	`roles` text NOT NULL,
	`disabled_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email` ON `users` (`email`);