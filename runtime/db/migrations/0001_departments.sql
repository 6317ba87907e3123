CREATE TABLE `department_members` (
	`force_id` text NOT NULL,
	`department` text NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`most` integer,
	PRIMARY KEY(`force_id`, `department`, `user_id`)
);
--> statement-breakpoint
CREATE INDEX `department_members_user` ON `department_members` (`user_id`);--> statement-breakpoint
ALTER TABLE `departments` ADD `capacity` integer;--> statement-breakpoint
ALTER TABLE `departments` ADD `priority` integer DEFAULT 3 NOT NULL;--> statement-breakpoint
ALTER TABLE `departments` ADD `overflow` text;--> statement-breakpoint
ALTER TABLE `departments` ADD `survey` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
INSERT INTO department_members (force_id, department, user_id, role)
SELECT u.force_id, d.id, u.id, CASE WHEN u.roles LIKE '%"supervisor"%' THEN 'supervisor' ELSE 'operator' END
FROM users u JOIN departments d ON d.force_id = u.force_id
WHERE u.roles LIKE '%"supervisor"%' OR u.roles LIKE '%"operator"%';
