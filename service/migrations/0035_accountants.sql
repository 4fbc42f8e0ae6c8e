-- Accountants see some companies of their location.

alter table user_role drop constraint user_role_role_check, drop constraint user_role_check,
  add column company_ids uuid[],
  add constraint user_role_role_check check (role in ('location-administrator', 'accountant', 'system-operator')),
  add constraint user_role_place check ((role = 'system-operator') = (location_id is null)),
  add constraint user_role_companies check ((role = 'accountant') = (company_ids is not null));

alter table user_invitation drop constraint user_invitation_role_check,
  add column company_ids uuid[],
  add constraint user_invitation_role_check check (role in ('location-administrator', 'accountant', 'system-operator')),
  add constraint user_invitation_companies check ((role = 'accountant') = (company_ids is not null));
