package org.breachledger.normalise;

import java.util.Arrays;
import java.util.List;

/** How schools write what happened, each sentence made up for this test, with the type it is. */
final class SchoolSentences {

  /** The type that is right, a second that is fair or none, and the words. */
  record Sentence(String code, String fair, String text) {}

  private static final String TABLE =
      """
      # 1. theft or loss needs an object: a device, or paper
      LOST_OR_STOLEN_HARDWARE||Teacher's laptop stolen from the boot of her car overnight. It was encrypted.
      LOST_OR_STOLEN_HARDWARE||Unencrypted USB stick with Year 6 assessment data lost somewhere between home and school.
      LOST_OR_STOLEN_HARDWARE||School iPad missing after the residential trip.
      LOST_OR_STOLEN_HARDWARE||Work mobile left in a taxi on Friday night.
      LOST_OR_STOLEN_HARDWARE||Break-in at the weekend, three laptops and a digital camera taken.
      LOST_OR_STOLEN_HARDWARE||Chromebook cannot be found in the trolley since the last lesson.
      LOST_OR_STOLEN_HARDWARE||Memory stick holding reports for 8 Green fell out of a pocket on the bus and was not recovered.
      LOST_OR_STOLEN_HARDWARE||Burglary of the ICT suite. Two desktop computers were taken.
      LOST_OR_STOLEN_HARDWARE||The head's tablet was snatched on the train.
      LOST_OR_STOLEN_HARDWARE||Hard drive with CCTV footage has gone missing from the server room.
      LOST_OR_STOLEN_HARDWARE||Member of staff mislaid a school phone at the leisure centre.
      LOST_OR_STOLEN_HARDWARE||Camera with photographs of nursery children stolen from classroom.
      LOST_OR_STOLEN_PAPERWORK||Trip pack with medical details lost at the museum.
      LOST_OR_STOLEN_PAPERWORK||Rucksack with marked exercise books and a class list stolen from a parked car.
      LOST_OR_STOLEN_PAPERWORK||SEN file for one pupil is missing from the filing cabinet.
      LOST_OR_STOLEN_PAPERWORK||Teacher left her planner on the tram; it holds seating plans and notes on behaviour.
      LOST_OR_STOLEN_PAPERWORK||Burglary in the school office, drawers emptied.
      LOST_OR_STOLEN_PAPERWORK||Visitor signing in book has disappeared from reception.
      LOST_OR_STOLEN_PAPERWORK||Handbag containing pupils' emergency contact forms was stolen from the staff room.
      LOST_OR_STOLEN_PAPERWORK||Consent forms for the swimming gala cannot be located.
      LOST_OR_STOLEN_PAPERWORK||Safeguarding notes mislaid by a member of the pastoral team.
      # 2. papers found in public, with no word of loss
      LOST_OR_STOLEN_PAPERWORK||A parent found a class register in the street outside the school.
      LOST_OR_STOLEN_PAPERWORK||Pupil medical forms found in the toilets by a cleaner.
      LOST_OR_STOLEN_PAPERWORK|OTHER|List of free school meals pupils found on the photocopier by a volunteer.
      LOST_OR_STOLEN_PAPERWORK||Letters about attendance discovered on the pavement near the bus stop.
      LOST_OR_STOLEN_PAPERWORK||Folder with pupil reports handed in by a member of the public who found it on a park bench.
      LOST_OR_STOLEN_PAPERWORK|OTHER|Behaviour log left behind on a table in the dining hall.
      LOST_OR_STOLEN_PAPERWORK||Mark sheets blew out of a car window and were scattered across the road.
      LOST_OR_STOLEN_PAPERWORK||Staff left the trip register behind at the zoo.
      # 3. transit: a carrier or dispatch, and it did not arrive
      LOST_IN_TRANSIT||Pupil file sent to the new school by recorded delivery never arrived.
      LOST_IN_TRANSIT||Exam scripts lost by the courier on the way to the exam board.
      LOST_IN_TRANSIT||Coursework was posted to the moderator in May. It has not been received.
      LOST_IN_TRANSIT||Child protection file went missing while being transferred to the secondary school.
      LOST_IN_TRANSIT||Envelope from the local authority arrived torn open and empty.
      LOST_IN_TRANSIT||SATs papers lost in the post.
      LOST_IN_TRANSIT||Box of records went missing between our two sites.
      LOST_IN_TRANSIT||Personnel file lost in the internal post between the academy and head office.
      LOST_IN_TRANSIT||Parcel of pupil passports damaged in transit, two passports missing.
      LOST_OR_STOLEN_PAPERWORK||Teacher lost a folder of essays on the train on her way home from work.
      DISCLOSED_IN_ERROR||School report posted to a family's old address and opened by the new tenant.
      # 4. disclosed: sent, given, told or filed wrongly, or told from the recipient's side
      DISCLOSED_IN_ERROR||Email about a pupil's behaviour sent to the wrong parent.
      DISCLOSED_IN_ERROR||Parent received the report of another child.
      DISCLOSED_IN_ERROR||Letter for one family put in the wrong envelope.
      DISCLOSED_IN_ERROR||Newsletter emailed to all parents without using BCC.
      DISCLOSED_IN_ERROR||All recipients could see each other's email addresses.
      DISCLOSED_IN_ERROR||Minutes sent to parents with a pupil's name not redacted.
      DISCLOSED_IN_ERROR||Names not blacked out in documents given to a parent in answer to a subject access request.
      DISCLOSED_IN_ERROR||Two members of staff discussed a pupil's diagnosis in front of other parents at the gate.
      DISCLOSED_IN_ERROR||Receptionist told an estranged father the family's new address.
      DISCLOSED_IN_ERROR||Wrong attachment sent: the spreadsheet showed the whole year group.
      DISCLOSED_IN_ERROR||Pupil went home with another pupil's medication form in his book bag.
      DISCLOSED_IN_ERROR||Education plan attached to the wrong pupil, so another parent could see it in the portal.
      DISCLOSED_IN_ERROR||Text message about exclusion went to the wrong number.
      DISCLOSED_IN_ERROR||Report handed to the wrong mother at parents' evening.
      DISCLOSED_IN_ERROR||Occupational health letter filed in another employee's personnel file.
      DISCLOSED_IN_ERROR||Fax with referral details sent to a shop instead of the surgery.
      DISCLOSED_IN_ERROR||Class list with SEN details shown on the interactive whiteboard during a lesson.
      DISCLOSED_IN_ERROR||Autocomplete picked a parent with the same surname and the email went to her.
      DISCLOSED_IN_ERROR||Payslips mixed up, two teachers were given each other's.
      DISCLOSED_IN_ERROR||Bursar replied to all with salary details.
      DISCLOSED_IN_ERROR||Medical information was shared with a coach company that was not entitled to it.
      DISCLOSED_IN_ERROR||Phone call about a safeguarding matter overheard by visitors in reception.
      DISCLOSED_IN_ERROR||Governor papers were emailed in error to a member of the public.
      DISCLOSED_IN_ERROR||ParentMail message intended for one family was sent to the whole class.
      DISCLOSED_IN_ERROR||Mail merge error meant 40 letters carried the wrong child's name and results.
      DISCLOSED_IN_ERROR||A parent rang to say she had someone else's letter in her envelope.
      DISCLOSED_IN_ERROR||Staff member accidentally forwarded an email trail about a pupil to his mother.
      # 5. uploaded by our own people, against left open or leaked by others
      UPLOADED_TO_WEBSITE_IN_ERROR||Confidential governors' minutes uploaded to the school website by mistake.
      UPLOADED_TO_WEBSITE_IN_ERROR||Photo of a looked-after child posted on the school's Facebook page without consent.
      UPLOADED_TO_WEBSITE_IN_ERROR||Spreadsheet published on our website still had a hidden tab with pupil names.
      UPLOADED_TO_WEBSITE_IN_ERROR||Class Twitter account tweeted a picture with a pupil's full name.
      UPLOADED_TO_WEBSITE_IN_ERROR||Sports day video put on YouTube showing a child whose parents had refused permission.
      UPLOADED_TO_WEBSITE_IN_ERROR||Office published the unredacted complaint on the website.
      UPLOADED_TO_WEBSITE_IN_ERROR||Pupil names were placed on the public web page by mistake.
      TECHNICAL_SECURITY_FAILING||Pupil data found on the internet because the server was misconfigured.
      TECHNICAL_SECURITY_FAILING||Hackers posted staff passwords online.
      TECHNICAL_SECURITY_FAILING||Shared drive permissions were wrong and all pupils could open the safeguarding folder.
      TECHNICAL_SECURITY_FAILING||Google Drive folder was set so that anyone with the link could read it.
      # 6. an insider without need, against an outsider
      UNAUTHORISED_ACCESS||Teaching assistant looked up a neighbour's child on SIMS with no reason to.
      UNAUTHORISED_ACCESS||Staff member accessed CPOMS records out of curiosity.
      UNAUTHORISED_ACCESS||Supply teacher used a colleague's login to take the register.
      UNAUTHORISED_ACCESS||Office manager viewed personnel files without authorisation.
      UNAUTHORISED_ACCESS||Lunchtime supervisor copied parents' phone numbers for her own business.
      UNAUTHORISED_ACCESS||A pupil used a teacher's password and read other pupils' reports.
      UNAUTHORISED_ACCESS||Former member of staff kept a list of pupils and contacted the parents.
      UNAUTHORISED_ACCESS||Technician read the headteacher's emails without permission.
      UNAUTHORISED_ACCESS||Passwords for the MIS were shared between office staff.
      UNAUTHORISED_ACCESS||Teacher sent pupil data to her private email account before leaving for a new job.
      UNAUTHORISED_ACCESS||Coach passed pupils' details to a friend who sells tuition.
      TECHNICAL_SECURITY_FAILING||An unknown person gained access to a governor's mailbox.
      TECHNICAL_SECURITY_FAILING||Unauthorised third party accessed the payroll system.
      # 7. hacking words
      TECHNICAL_SECURITY_FAILING||Ransomware attack encrypted the file server.
      TECHNICAL_SECURITY_FAILING||Bursar clicked on a link in a phishing email and entered her password.
      TECHNICAL_SECURITY_FAILING||Head's email account hacked and used to send spam.
      TECHNICAL_SECURITY_FAILING||Virus found on the admin network.
      TECHNICAL_SECURITY_FAILING||Denial of service attack on the school broadband.
      TECHNICAL_SECURITY_FAILING||Someone broke into the web server and changed the home page.
      TECHNICAL_SECURITY_FAILING||Fake invoice email led to payment of a fraudulent supplier.
      TECHNICAL_SECURITY_FAILING||Software fault in the parent app showed other families' details to parents who logged in.
      TECHNICAL_SECURITY_FAILING||The supplier of our library system told us of a cyber attack.
      LOST_OR_STOLEN_HARDWARE||An intruder broke a window and stole the laptop trolley. Systems were not hacked.
      # 8. disposal
      INSECURE_DISPOSAL_PAPERWORK||Pupil reports thrown in the general waste instead of being shredded.
      INSECURE_DISPOSAL_PAPERWORK||Old registers found in a skip behind the school.
      INSECURE_DISPOSAL_PAPERWORK||SEN papers were put in the recycling bin.
      INSECURE_DISPOSAL_PAPERWORK||Confidential waste sacks were collected with the ordinary rubbish.
      INSECURE_DISPOSAL_PAPERWORK||Exam entries missing, believed thrown away by the cleaners.
      INSECURE_DISPOSAL_PAPERWORK||Caretaker took boxes of old pupil records to the tip.
      INSECURE_DISPOSAL_HARDWARE||Old computers were given to a charity without being wiped.
      INSECURE_DISPOSAL_HARDWARE||Photocopier returned to the leasing company with data still on its hard disk.
      INSECURE_DISPOSAL_HARDWARE||Redundant laptops put in a skip without wiping the drives.
      INSECURE_DISPOSAL_HARDWARE||Ex-school tablet sold on eBay with pupil photographs still on it.
      LOST_OR_STOLEN_PAPERWORK|INSECURE_DISPOSAL_PAPERWORK|Sack of papers waiting for the shredder was stolen from the yard.
      LOST_OR_STOLEN_PAPERWORK||Folder of pupil notes lost on a trip. The school now shreds all copies after use.
      # 9. premises, furniture, storage; outages
      OTHER||Filing cabinet sold at auction still held pupil files.
      OTHER||Records left behind in the old school building after the move.
      OTHER||Office left unlocked over the weekend with pupil files on the desk.
      OTHER||Archive cupboard found open, staff records could be read by anybody.
      OTHER||New reading app was used without a DPIA and stores pupil data in the USA.
      OTHER||Pupil records were kept ten years longer than the retention period.
      OTHER||Attendance record of one pupil was altered and shows the wrong marks.
      OTHER||Staff put pupil names into a cloud service outside the UK that the DPO has not reviewed.
      EQUIPMENT_OR_SYSTEMS_FAILURE||Server failure left the office with no access to attendance data for three days.
      EQUIPMENT_OR_SYSTEMS_FAILURE||Database became corrupted and last term's assessment data cannot be recovered.
      EQUIPMENT_OR_SYSTEMS_FAILURE||Backup had not run and files could not be restored after the disk failed.
      EQUIPMENT_OR_SYSTEMS_FAILURE||Password for the encrypted archive is lost and the files cannot be opened.
      EQUIPMENT_OR_SYSTEMS_FAILURE||Power cut brought the MIS down and medical alerts were unavailable.
      # 10. what was done afterwards does not count
      LOST_OR_STOLEN_HARDWARE||Laptop stolen from a classroom. Parents were told by email and a notice was posted on the website.
      DISCLOSED_IN_ERROR||Letter about exclusion sent to the wrong address. Staff have been reminded to lock cabinets and encrypt laptops.
      TECHNICAL_SECURITY_FAILING||Phishing email opened by a teacher. All passwords have been reset and staff given training on sending emails.
      INSECURE_DISPOSAL_PAPERWORK||Reports found in a bin in the corridor. Nothing was lost or stolen and all papers were recovered.
      DISCLOSED_IN_ERROR||Parent was emailed a report meant for another family. She deleted it. No laptop was lost.
      # more of each, in other words
      LOST_OR_STOLEN_HARDWARE||Staff member's bag stolen in a cafe, it contained her school laptop.
      LOST_OR_STOLEN_HARDWARE||Two Kindles with pupil logins unaccounted for after stock take.
      LOST_OR_STOLEN_HARDWARE||Pen drive with SEN data dropped in the car park, not found.
      LOST_OR_STOLEN_HARDWARE||Office safe broken into, backup drive gone.
      LOST_OR_STOLEN_HARDWARE||Dictaphone with interview recordings mislaid.
      LOST_OR_STOLEN_HARDWARE||Headteacher's phone stolen while on holiday.
      LOST_OR_STOLEN_PAPERWORK||Assessment folder left on the roof of the car and fell off on the way home.
      LOST_OR_STOLEN_PAPERWORK||Pupil passports for the ski trip missing from the office drawer.
      LOST_OR_STOLEN_PAPERWORK||Teacher's car broken into, bag of Year 9 books taken.
      LOST_OR_STOLEN_PAPERWORK||Accident book cannot be found.
      LOST_OR_STOLEN_PAPERWORK||A resident brought in a pupil list she had picked up in the road.
      LOST_OR_STOLEN_PAPERWORK||Interview notes left in a hotel conference room.
      LOST_OR_STOLEN_PAPERWORK||Staff meeting notes naming pupils left on the bus.
      LOST_IN_TRANSIT||Special delivery of exam papers has not turned up at the centre.
      LOST_IN_TRANSIT||CTF disc posted to receiving school, they say they never got it.
      LOST_IN_TRANSIT||Medical records sent by courier to the new school and lost on the way.
      LOST_IN_TRANSIT||Letter to the council arrived opened with pages missing.
      DISCLOSED_IN_ERROR||Report for Child A uploaded to Child B's profile and visible to B's parents.
      DISCLOSED_IN_ERROR||Office sent the detention letter to the wrong family.
      DISCLOSED_IN_ERROR||Email containing staff absence details copied to a parent by mistake.
      DISCLOSED_IN_ERROR||Member of staff used CC rather than BCC when writing to 45 parents.
      DISCLOSED_IN_ERROR||Grandparent was told about a safeguarding concern over the phone without checking who she was.
      DISCLOSED_IN_ERROR||Spreadsheet of pupil premium children was attached to the weekly bulletin.
      DISCLOSED_IN_ERROR||Pupil given wrong report at end of term.
      DISCLOSED_IN_ERROR||Invoice for music lessons addressed to another parent.
      DISCLOSED_IN_ERROR||Confidential letter posted through the wrong door.
      DISCLOSED_IN_ERROR||Teacher displayed her inbox on the board and pupils saw an email about a classmate.
      DISCLOSED_IN_ERROR||SAR response included third party information that was not redacted.
      DISCLOSED_IN_ERROR||Parents of two brothers with similar names received each other's letters.
      DISCLOSED_IN_ERROR||Dinner debt text sent to all contacts rather than one.
      DISCLOSED_IN_ERROR||Governors' confidential minutes circulated to all staff in error.
      UPLOADED_TO_WEBSITE_IN_ERROR||Class photo put on the school website including a child with no photo consent.
      UPLOADED_TO_WEBSITE_IN_ERROR||Exclusion figures with pupil initials were published online with the board papers.
      UPLOADED_TO_WEBSITE_IN_ERROR||Staff contact list accidentally uploaded to the public area of the website.
      UPLOADED_TO_WEBSITE_IN_ERROR||Teacher posted pupils' full names on Instagram.
      TECHNICAL_SECURITY_FAILING||Staff member entered credentials on a fake Microsoft login page.
      TECHNICAL_SECURITY_FAILING||Spoofed email from the head asked finance to buy gift cards.
      TECHNICAL_SECURITY_FAILING||Ransomware at our MIS supplier.
      TECHNICAL_SECURITY_FAILING||OneDrive folder shared with the whole organisation by wrong setting.
      TECHNICAL_SECURITY_FAILING||Suspicious login to the business manager's Office 365 account from abroad.
      TECHNICAL_SECURITY_FAILING||Parents evening booking system showed other parents' appointments because of a bug.
      TECHNICAL_SECURITY_FAILING||Cyber attack on the trust, servers encrypted.
      TECHNICAL_SECURITY_FAILING||CCTV cameras could be viewed from the internet without a password.
      EQUIPMENT_OR_SYSTEMS_FAILURE||Server crashed and a week of attendance data was lost.
      EQUIPMENT_OR_SYSTEMS_FAILURE||Assessment spreadsheet corrupted, no backup available.
      EQUIPMENT_OR_SYSTEMS_FAILURE||Internet outage meant safeguarding records could not be accessed for two days.
      UNAUTHORISED_ACCESS||Admin assistant searched for her ex-husband's new address in SIMS.
      UNAUTHORISED_ACCESS||Cleaner seen reading files in the head's office.
      UNAUTHORISED_ACCESS||Teacher downloaded contact details of parents to promote private tuition.
      UNAUTHORISED_ACCESS||Pupils logged in as a teacher and changed grades.
      UNAUTHORISED_ACCESS||Ex-employee still had access to email and logged on several times.
      UNAUTHORISED_ACCESS||Staff share one login for the medical tracker.
      UNAUTHORISED_ACCESS||TA viewed a colleague's HR file without need.
      INSECURE_DISPOSAL_PAPERWORK||Class lists put out with the ordinary recycling.
      INSECURE_DISPOSAL_PAPERWORK||Shredding bags left by the bins and taken by refuse collectors.
      INSECURE_DISPOSAL_PAPERWORK||Contractor dumped archive boxes of pupil files at the landfill.
      INSECURE_DISPOSAL_HARDWARE||Old server sold without the disks being erased.
      INSECURE_DISPOSAL_HARDWARE||Broken iPads thrown out with the rubbish.
      OTHER||Pupil files discovered in the loft of the former caretaker's house.
      OTHER||Confidential cabinet unlocked all weekend.
      OTHER||Quiz website used with pupils without any check by the DPO.
      OTHER||Leavers' data held eight years beyond the retention schedule.
      LOST_OR_STOLEN_HARDWARE||Laptop bag left on the train by a governor; laptop not encrypted.
      LOST_OR_STOLEN_HARDWARE||SD card from the school camera has disappeared.
      LOST_OR_STOLEN_HARDWARE||Thieves got into the music block and took an iMac.
      LOST_OR_STOLEN_HARDWARE||Student teacher lost her memory stick with pupil work.
      LOST_OR_STOLEN_PAPERWORK||Medication records misplaced by the first aid team.
      LOST_OR_STOLEN_PAPERWORK||Register for after-school club found by a dog walker in the park.
      LOST_OR_STOLEN_PAPERWORK||Printed safeguarding chronology left on the staffroom printer.
      LOST_OR_STOLEN_PAPERWORK||Handwritten statement from a pupil went astray in the office.
      LOST_OR_STOLEN_PAPERWORK||Purse and diary with pupil notes stolen from teacher's coat.
      LOST_IN_TRANSIT||Pupil records were sent to the high school but did not reach them.
      LOST_IN_TRANSIT||DBS documents lost by Royal Mail.
      DISCLOSED_IN_ERROR||Wrong pupil's school report given out at the gate.
      DISCLOSED_IN_ERROR||EHCP draft sent to previous address.
      DISCLOSED_IN_ERROR||Mum received an email with another family's bank details.
      DISCLOSED_IN_ERROR||Consent letters handed out with names of all pupils with allergies on the back.
      DISCLOSED_IN_ERROR||Teacher told a parent about another child's behaviour plan.
      DISCLOSED_IN_ERROR||Email to governors included the complainant's name.
      DISCLOSED_IN_ERROR||Payslip emailed to the wrong John Smith.
      DISCLOSED_IN_ERROR||SIMS parent message sent to the wrong year group.
      DISCLOSED_IN_ERROR||Letters to two families swapped in the envelopes.
      DISCLOSED_IN_ERROR||Pupil's address disclosed to non-resident parent.
      UPLOADED_TO_WEBSITE_IN_ERROR||Minutes with staff grievance details appeared on the school website.
      UPLOADED_TO_WEBSITE_IN_ERROR||Prospectus online shows picture of a child whose parents withdrew consent.
      TECHNICAL_SECURITY_FAILING||Teacher's account compromised and sent phishing emails to parents.
      TECHNICAL_SECURITY_FAILING||Pupils found they could open the staff shared area.
      TECHNICAL_SECURITY_FAILING||Malicious attachment opened in the finance office.
      TECHNICAL_SECURITY_FAILING||Third party catering supplier suffered a data breach following a cyber incident.
      EQUIPMENT_OR_SYSTEMS_FAILURE||CPOMS was unavailable for a day because of a server fault.
      EQUIPMENT_OR_SYSTEMS_FAILURE||Hard drive failed, no backup of the SEN records.
      UNAUTHORISED_ACCESS||Member of staff looked at their own child's records on the MIS.
      UNAUTHORISED_ACCESS||Former employee took a copy of the contact list with him.
      UNAUTHORISED_ACCESS||Teacher left computer unlocked and pupils used it to read emails.
      UNAUTHORISED_ACCESS||Agency worker was using the login of a teacher who had left.
      INSECURE_DISPOSAL_PAPERWORK||Cleaner put exam papers in the black bin bags.
      INSECURE_DISPOSAL_PAPERWORK||Pupil files from the archive were found in the skip.
      INSECURE_DISPOSAL_HARDWARE||Recycled PCs still contained staff data.
      OTHER||Filing cabinet with HR files left unlocked.
      OTHER||Photos taken of pupils without consent.
      """;

  private SchoolSentences() {}

  static List<Sentence> list() {
    return parsed(TABLE);
  }

  /** The sentences of a table whose lines read code, fair second code or nothing, words. */
  static List<Sentence> parsed(String table) {
    return Arrays.stream(table.split("\n"))
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .map(line -> line.split("\\|", 3))
        .map(cells -> new Sentence(cells[0], cells[1], cells[2]))
        .toList();
  }
}
