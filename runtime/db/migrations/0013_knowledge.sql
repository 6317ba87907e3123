CREATE TABLE `asked_questions` (
	`id` text PRIMARY KEY NOT NULL,
	`force_id` text NOT NULL,
	`contact_id` text,
	`at` integer NOT NULL,
	`question` text NOT NULL,
	`locale` text NOT NULL,
	`collections` text NOT NULL,
	`outcome` text NOT NULL,
	`confidence` integer NOT NULL,
	`sources` text NOT NULL,
	`helped` integer,
	`closed_at` integer
);
--> statement-breakpoint
CREATE INDEX `asked_questions_at` ON `asked_questions` (`force_id`,`at`);--> statement-breakpoint
CREATE INDEX `asked_questions_contact` ON `asked_questions` (`contact_id`);--> statement-breakpoint
CREATE TABLE `collections` (
	`force_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`departments` text NOT NULL,
	PRIMARY KEY(`force_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `document_vectors` (
	`document_id` text NOT NULL,
	`version` integer NOT NULL,
	`model` text NOT NULL,
	`dimensions` integer NOT NULL,
	`digest` text NOT NULL,
	`vectors` blob NOT NULL,
	PRIMARY KEY(`document_id`, `version`, `model`)
);
--> statement-breakpoint
CREATE TABLE `document_versions` (
	`document_id` text NOT NULL,
	`version` integer NOT NULL,
	`force_id` text NOT NULL,
	`file_name` text NOT NULL,
	`status` text NOT NULL,
	`file` blob,
	`content` text,
	`pages` integer,
	`warnings` text NOT NULL,
	`problem` text,
	`added_at` integer NOT NULL,
	`added_by` text NOT NULL,
	`decided_at` integer,
	`decided_by` text,
	PRIMARY KEY(`document_id`, `version`)
);
--> statement-breakpoint
CREATE INDEX `document_versions_status` ON `document_versions` (`status`);--> statement-breakpoint
CREATE INDEX `document_versions_force` ON `document_versions` (`force_id`);--> statement-breakpoint
CREATE TABLE `knowledge_settings` (
	`force_id` text PRIMARY KEY NOT NULL,
	`settings` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `test_questions` (
	`id` text PRIMARY KEY NOT NULL,
	`force_id` text NOT NULL,
	`collection` text NOT NULL,
	`question` text NOT NULL,
	`document_id` text,
	`result` text,
	`found` text,
	`ran_at` integer
);
--> statement-breakpoint
CREATE INDEX `test_questions_collection` ON `test_questions` (`force_id`,`collection`);--> statement-breakpoint
ALTER TABLE `documents` ADD `live_version` integer;--> statement-breakpoint
ALTER TABLE `documents` ADD `review_on` text;--> statement-breakpoint
ALTER TABLE `documents` ADD `last_day` text;--> statement-breakpoint
ALTER TABLE `documents` ADD `origin` text;