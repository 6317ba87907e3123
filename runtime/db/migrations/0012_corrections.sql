CREATE TABLE `intent_corrections` (
	`id` text PRIMARY KEY NOT NULL,
	`force_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`department` text,
	`flow_id` text NOT NULL,
	`flow_version` integer NOT NULL,
	`words` text NOT NULL,
	`understood` text NOT NULL,
	`meant` text NOT NULL,
	`by_user` text NOT NULL,
	`at` integer NOT NULL,
	`status` text NOT NULL,
	`phrase` text NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`effect` text
);
--> statement-breakpoint
CREATE INDEX `intent_corrections_force` ON `intent_corrections` (`force_id`,`status`);--> statement-breakpoint
CREATE INDEX `intent_corrections_contact` ON `intent_corrections` (`contact_id`);