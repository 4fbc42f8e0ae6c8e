-- Items are listed by group in the order of their names; nothing searches by the group alone any more.
drop index catalogue_item_group;
