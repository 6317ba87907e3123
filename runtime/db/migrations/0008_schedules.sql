CREATE TABLE `report_schedules` (
	`id` text PRIMARY KEY NOT NULL,
	`force_id` text NOT NULL,
	`name` text NOT NULL,
	`every` text NOT NULL,
	`hour` integer NOT NULL,
	`format` text NOT NULL,
	`department` text,
	`to_addresses` text NOT NULL,
	`created_by` text NOT NULL,
	`next_at` integer NOT NULL,
	`last_at` integer
);
--> statement-breakpoint
CREATE INDEX `report_schedules_due` ON `report_schedules` (`next_at`);