CREATE TABLE `call_backs` (
	`id` text PRIMARY KEY NOT NULL,
	`force_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`department` text NOT NULL,
	`phone` text NOT NULL,
	`at` integer NOT NULL,
	`owner_id` text,
	`done_at` integer,
	`outcome` text
);
--> statement-breakpoint
CREATE INDEX `call_backs_open` ON `call_backs` (`force_id`,`done_at`);--> statement-breakpoint
CREATE TABLE `canned_replies` (
	`id` text PRIMARY KEY NOT NULL,
	`force_id` text NOT NULL,
	`department` text,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`approved` integer NOT NULL,
	`saved_at` integer NOT NULL,
	`saved_by` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `canned_replies_force` ON `canned_replies` (`force_id`,`title`);--> statement-breakpoint
CREATE TABLE `desk_warnings` (
	`id` text PRIMARY KEY NOT NULL,
	`force_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`department` text,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`raised_at` integer NOT NULL,
	`cleared_at` integer
);
--> statement-breakpoint
CREATE INDEX `desk_warnings_open` ON `desk_warnings` (`force_id`,`cleared_at`);--> statement-breakpoint
CREATE INDEX `desk_warnings_contact` ON `desk_warnings` (`contact_id`);--> statement-breakpoint
CREATE TABLE `reply_pairs` (
	`id` text PRIMARY KEY NOT NULL,
	`force_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`department` text NOT NULL,
	`intent` text NOT NULL,
	`question` text NOT NULL,
	`answer` text NOT NULL,
	`good` integer NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `reply_pairs_good` ON `reply_pairs` (`force_id`,`department`,`good`,`at`);--> statement-breakpoint
CREATE INDEX `reply_pairs_contact` ON `reply_pairs` (`contact_id`);--> statement-breakpoint
CREATE TABLE `suggestion_scores` (
	`force_id` text NOT NULL,
	`source` text NOT NULL,
	`intent` text NOT NULL,
	`accepted` integer NOT NULL,
	`edited` integer NOT NULL,
	`ignored` integer NOT NULL,
	PRIMARY KEY(`force_id`, `source`, `intent`)
);
--> statement-breakpoint
CREATE TABLE `thrive_records` (
	`id` text PRIMARY KEY NOT NULL,
	`force_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`grade` text NOT NULL,
	`record` text NOT NULL,
	`reason` text,
	`signed_by` text NOT NULL,
	`signed_at` integer NOT NULL,
	`status` text NOT NULL,
	`second_by` text,
	`second_at` integer,
	`review_at` integer
);
--> statement-breakpoint
CREATE INDEX `thrive_records_contact` ON `thrive_records` (`contact_id`,`signed_at`);--> statement-breakpoint
CREATE INDEX `thrive_records_review` ON `thrive_records` (`force_id`,`review_at`);--> statement-breakpoint
CREATE TABLE `told_facts` (
	`id` text PRIMARY KEY NOT NULL,
	`force_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`kind` text NOT NULL,
	`due_at` integer,
	`reference` text,
	`words` text NOT NULL,
	`of` text,
	`by` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `told_facts_contact` ON `told_facts` (`contact_id`,`at`);--> statement-breakpoint
CREATE INDEX `told_facts_due` ON `told_facts` (`force_id`,`due_at`);