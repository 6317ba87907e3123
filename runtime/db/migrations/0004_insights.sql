CREATE TABLE `contact_facts` (
	`contact_id` text PRIMARY KEY NOT NULL,
	`force_id` text NOT NULL,
	`day` text NOT NULL,
	`hour` integer NOT NULL,
	`began_at` integer NOT NULL,
	`ended_at` integer,
	`flow_id` text NOT NULL,
	`flow_version` integer NOT NULL,
	`site_id` text NOT NULL,
	`intent` text NOT NULL,
	`department` text NOT NULL,
	`verdict` text NOT NULL,
	`ending` text NOT NULL,
	`reason` text,
	`operator_id` text,
	`left_at` text,
	`journey` integer NOT NULL,
	`visitor_turns` integer NOT NULL,
	`waited` integer,
	`first_response` integer,
	`handled` integer,
	`lasted` integer,
	`person` text,
	`back` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `contact_facts_day` ON `contact_facts` (`force_id`,`day`);--> statement-breakpoint
CREATE INDEX `contact_facts_person` ON `contact_facts` (`force_id`,`person`);--> statement-breakpoint
CREATE TABLE `insight_cells` (
	`force_id` text NOT NULL,
	`kind` text NOT NULL,
	`period` text NOT NULL,
	`key` text NOT NULL,
	`figures` text NOT NULL,
	PRIMARY KEY(`force_id`, `kind`, `period`, `key`)
);
